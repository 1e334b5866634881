package org.mingze;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@DisplayName("模块只向下依赖")
class ModulesTest {
    private static final ApplicationModules MODULES =
            ApplicationModules.of(MingzeApplication.class);

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.mingze");

    @Test
    @DisplayName("每个模块只用它声明过的模块")
    void eachModuleUsesOnlyWhatItDeclares() {
        MODULES.verify();
    }

    @Test
    @DisplayName("提交的模块图就是现在的模块图")
    void theCommittedDrawingIsTheDrawing() throws IOException {
        Path drawn = Path.of("target", "modules");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(drawn.toString()))
                .writeModulesAsPlantUml();
        String now = Files.readString(drawn.resolve("components.puml"));
        Path committed = Path.of("docs", "modules.puml");
        if (Boolean.getBoolean("mingze.draw")) {
            Files.writeString(committed, now);
        }
        assertThat(Files.readString(committed).lines().sorted())
                .as("模块图变了：运行 ./mingze test -Dtest=ModulesTest -Dmingze.draw=true 后提交")
                .isEqualTo(now.lines().sorted().toList());
    }

    @Test
    @DisplayName("判断的代码不碰框架、数据库和时钟")
    void decidingIsPure() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        "org.mingze.calendar..",
                        "org.mingze.institution..",
                        "org.mingze.duty.form..",
                        "org.mingze.duty.situation..",
                        "org.mingze.duty.cases..",
                        "org.mingze.duty.certificate..",
                        "org.mingze.duty.simulation..",
                        "org.mingze.duty.closing..",
                        "org.mingze.reading.text..",
                        "org.mingze.exchange.conversion..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .withImportOption(new ImportOption.DoNotIncludePackageInfos())
                                .importPackages("org.mingze"));
    }

    @Test
    @DisplayName("事务只开在以动作命名的类里")
    void transactionsAreOpenedByActs() {
        ArchRuleDefinition.methods()
                .that()
                .areAnnotatedWith(org.springframework.transaction.annotation.Transactional.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*\\.[A-Z][a-z]+ing[A-Z]?\\w*")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
