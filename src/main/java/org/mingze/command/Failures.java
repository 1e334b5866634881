package org.mingze.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// 失败 — what a person reads when the machine failed.
final class Failures {
    private Failures() {}

    static String sentence(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException unchecked -> "读写失败：" + unchecked.getMessage();
            case NoSuchFileException missing -> "没有这个文件或文件夹：" + missing.getFile() + "。核对路径后再运行。";
            case AccessDeniedException denied -> "没有权限读写：" + denied.getFile() + "。换一个有权限的账户或文件夹。";
            case IOException broken -> "读写失败：" + broken.getMessage();
            case Throwable other -> {
                String message = other.getMessage();
                yield message == null ? "运行失败：" + other.getClass().getSimpleName() : message;
            }
        };
    }
}
