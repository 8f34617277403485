package io.rapport.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Responds with a problem to failures outside of controllers, such as in a filter. */
@Controller
public final class ProblemErrorController implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        var thrown = thrown(request);
        return thrown instanceof ProblemException known
                ? answer(known.problem(), known.headers())
                : answer(problem(request, thrown), new HttpHeaders());
    }

    private static Problem problem(HttpServletRequest request, @Nullable Throwable thrown) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
        return thrown != null || status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)
                ? UnexpectedFailure.log(thrown, ProblemExceptionHandler.route(request))
                : SpringProblemMapper.ofStatus(status);
    }

    private static @Nullable Throwable thrown(HttpServletRequest request) {
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return thrown != null && thrown.getCause() instanceof ProblemException known ? known : thrown;
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
