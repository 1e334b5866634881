package org.mingze.web;

import jakarta.servlet.http.HttpServletRequest;

/// 界面框来源 — whoever knows the signed-in person fills the frame.
public interface FrameSource {
    Frame frame(HttpServletRequest request);
}
