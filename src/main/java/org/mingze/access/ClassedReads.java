package org.mingze.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.TreeSet;
import org.mingze.access.trail.Auditing;
import org.mingze.access.trail.TrailLine;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// 密类读取 — a post read 个人 or 涉案 values; who reads them stands in the trail.
@Component
public class ClassedReads {
    private final Auditing auditing;
    private final Officers officers;

    ClassedReads(Auditing auditing, Officers officers) {
        this.auditing = auditing;
        this.officers = officers;
    }

    /// Tells that values of these classes were shown or sent; nothing when there are none.
    public void shown(Officer officer, String subject, Collection<String> classes) {
        if (!classes.isEmpty()
                && RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            String account = officers.signedIn().map(SignedIn::signInName).orElse("");
            auditing.tell(
                    officer,
                    account,
                    request,
                    new TrailLine.Deed(
                            "读密类", subject, String.join("、", new TreeSet<>(classes)), "显示"));
        }
    }
}
