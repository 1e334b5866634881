package org.mingze.web.english;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// 源里的话 — the texts that the source puts together under calls and methods of some names, with
/// [#HOLE] where a value goes that is told only when it runs.
final class SourceTexts extends TreePathScanner<Void, Void> {
    static final char HOLE = '\uFFFC';
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("%(?:\\d\\$)?[-0-9,.]*[sdf]");
    private static final int ALTERNATIVES_MAX = 64;

    /// A text and the file in which it stands.
    record Text(String file, String words) {}

    private final Pattern names;
    private final List<Text> texts = new ArrayList<>();
    private String file = "";

    private SourceTexts(Pattern names) {
        this.names = names;
    }

    /// @param names of the calls, constructors or methods in which the texts stand
    static List<Text> in(Path sources, Pattern names) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SourceTexts found = new SourceTexts(names);
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(sources)) {
            List<Path> java = files.filter(each -> each.toString().endsWith(".java")).toList();
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    _ -> {},
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(java));
            for (CompilationUnitTree unit : task.parse()) {
                found.file =
                        sources.toAbsolutePath()
                                .relativize(Path.of(unit.getSourceFile().toUri()))
                                .toString();
                found.scan(unit, null);
            }
        }
        return found.texts;
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void nothing) {
        if (tree.getKind() != Tree.Kind.PLUS) {
            return super.visitBinary(tree, null);
        }
        says(tree);
        for (ExpressionTree part : parts(tree)) {
            if (!(part instanceof LiteralTree)
                    && !(bare(part) instanceof ConditionalExpressionTree)) {
                scan(part, null);
            }
        }
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void nothing) {
        says(tree);
        return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        if (template(tree).isEmpty()) {
            return super.visitMethodInvocation(tree, null);
        }
        says(tree);
        return scan(tree.getArguments(), null);
    }

    private void says(ExpressionTree tree) {
        if (isNamed()) {
            said(tree).stream()
                    .filter(words -> CHINESE.matcher(words).find())
                    .forEach(words -> texts.add(new Text(file, words)));
        }
    }

    /// Whether it stands under a name that is asked for, up to its method.
    private boolean isNamed() {
        for (TreePath at = getCurrentPath().getParentPath(); at != null; at = at.getParentPath()) {
            String name =
                    switch (at.getLeaf()) {
                        case MethodInvocationTree call -> call.getMethodSelect().toString();
                        case NewClassTree made -> "new " + made.getIdentifier();
                        case MethodTree method -> method.getName().toString();
                        default -> "";
                    };
            String last = name.startsWith("new ") ? name : name.replaceFirst("(?s).*\\.", "");
            if (names.matcher(last).find()) {
                return true;
            }
            if (at.getLeaf() instanceof MethodTree) {
                return false;
            }
        }
        return false;
    }

    private static ExpressionTree bare(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree inner ? bare(inner.getExpression()) : tree;
    }

    private static List<ExpressionTree> parts(ExpressionTree tree) {
        return tree instanceof BinaryTree plus && plus.getKind() == Tree.Kind.PLUS
                ? Stream.of(plus.getLeftOperand(), plus.getRightOperand())
                        .flatMap(part -> parts(part).stream())
                        .toList()
                : List.of(tree);
    }

    /// Of `"…%s…".formatted(…)`; empty for other calls.
    private static List<String> template(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("formatted")
                ? said(select.getExpression()).stream()
                        .map(words -> PLACE.matcher(words).replaceAll(String.valueOf(HOLE)))
                        .toList()
                : List.of();
    }

    private static List<String> said(ExpressionTree tree) {
        return switch (bare(tree)) {
            case LiteralTree literal when literal.getValue() instanceof String words ->
                    List.of(words);
            case ConditionalExpressionTree either ->
                    Stream.of(either.getTrueExpression(), either.getFalseExpression())
                            .flatMap(one -> said(one).stream())
                            .toList();
            case MethodInvocationTree call when !template(call).isEmpty() -> template(call);
            case BinaryTree plus when plus.getKind() == Tree.Kind.PLUS ->
                    said(plus.getLeftOperand()).stream()
                            .flatMap(
                                    left ->
                                            said(plus.getRightOperand()).stream()
                                                    .map(right -> left + right))
                            .limit(ALTERNATIVES_MAX)
                            .toList();
            default -> List.of(String.valueOf(HOLE));
        };
    }
}
