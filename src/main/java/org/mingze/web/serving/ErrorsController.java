package org.mingze.web.serving;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.mingze.web.FormOfAnotherPost;
import org.mingze.web.Frame;
import org.mingze.web.FrameSource;
import org.mingze.web.NotFound;
import org.mingze.web.NotPermitted;
import org.mingze.web.Place;
import org.mingze.web.Requests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/// 差错页 — every failure is answered in the design's words, as a page or as a part of one.
@Controller
@ControllerAdvice
class ErrorsController implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorsController.class);

    private final FrameSource frames;
    private final Frame.Assets assets;

    ErrorsController(FrameSource frames, Frame.Assets assets) {
        this.frames = frames;
        this.assets = assets;
    }

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        if (Boolean.TRUE.equals(request.getAttribute(Requests.STALE))) {
            boolean signedIn = request.getAttribute(Requests.REFUSED) != null;
            ModelAndView page = show(Problem.stale(signedIn, Requests.cameFrom(request)), request);
            Unsent.of(request).ifPresent(unsent -> page.addObject("unsent", unsent));
            return page;
        }
        if (request.getAttribute(Requests.REFUSED) instanceof NotPermitted refused) {
            return notPermitted(refused, request);
        }
        if (request.getAttribute(Requests.TOO_OFTEN) instanceof Duration wait) {
            return show(Problem.tooOften(wait), request);
        }
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        return show(Problem.of(status, incident(request)), request);
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound absent, HttpServletRequest request) {
        return show(Problem.notFound(absent), request);
    }

    @ExceptionHandler
    ModelAndView notPermitted(NotPermitted refused, HttpServletRequest request) {
        request.setAttribute(Requests.REFUSED, refused);
        String as = frame(request).acting().map(acting -> acting.post().name()).orElse("");
        return show(Problem.notPermitted(refused, as), request);
    }

    @ExceptionHandler
    ModelAndView formOfAnotherPost(FormOfAnotherPost form, HttpServletRequest request) {
        ModelAndView page = show(Problem.of(form), request);
        form.opened().ifPresent(post -> page.addObject("opened", post));
        page.addObject("back", Requests.cameFrom(request));
        return page;
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException large, HttpServletRequest request) {
        LOG.info("upload refused: {}", large.getMessage());
        return show(Problem.tooLarge(), request);
    }

    private ModelAndView show(Problem problem, HttpServletRequest request) {
        String view = Requests.wantsFragment(request) ? "web/problem" : "web/error";
        ModelAndView page = new ModelAndView(view, HttpStatusCode.valueOf(problem.status()));
        Frame frame = frame(request);
        Optional<Place> office = frame.acting().flatMap(Frame.Acting::office);
        page.addObject("problem", office.map(problem::from).orElse(problem));
        page.addObject("frame", frame);
        return page;
    }

    /// The frame must not fail a second time when what failed is what it reads.
    private Frame frame(HttpServletRequest request) {
        try {
            return frames.frame(request);
        } catch (RuntimeException unreadable) {
            LOG.warn("an error page is shown without its frame", unreadable);
            return Frame.bare(
                    "",
                    Requests.appearance(request),
                    Requests.csrf(request),
                    Requests.assets(request, assets));
        }
    }

    private static String incident(HttpServletRequest request) {
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            LOG.error("incident {}", number, cause);
        }
        return number;
    }
}
