package io.rapport.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Maps every exception thrown below a controller to a {@link Problem}. */
@RestControllerAdvice
public class ProblemExceptionHandler extends ResponseEntityExceptionHandler {

    /** A request attribute with the limit, a {@link Duration}, after which the request's thread was interrupted. */
    public static final String TIMED_OUT = ProblemExceptionHandler.class.getName() + ".timedOut";

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> problem(ProblemException e, WebRequest request) {
        return answer(e, e.problem(), e.headers(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception e, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        return answer(e, failure(e, request), new HttpHeaders(), request);
    }

    private static Problem failure(Exception e, WebRequest request) {
        var interrupted = request.getAttribute(TIMED_OUT, RequestAttributes.SCOPE_REQUEST) instanceof Duration limit
                ? limit
                : null;
        return interrupted == null
                ? UnexpectedFailure.log(e, route(request))
                : UnexpectedFailure.interrupted(e, route(request), interrupted);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)
                ? UnexpectedFailure.log(e, route(request))
                : SpringProblemMapper.of(e, status);
        return answer(e, problem, headers, request);
    }

    private @Nullable ResponseEntity<Object> answer(
            Exception e, Problem problem, HttpHeaders headers, WebRequest request) {
        // A failure has no entity tag, and the headers of one that a filter writes.
        if (request instanceof ServletWebRequest servlet) {
            ShallowEtagHeaderFilter.disableContentCaching(servlet.getRequest());
        }
        var complete = new HttpHeaders(headers);
        complete.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(e, problem, complete, HttpStatusCode.valueOf(problem.status()), request);
    }

    private static String route(WebRequest request) {
        return request instanceof ServletWebRequest servlet ? route(servlet.getRequest()) : "outside of a request";
    }

    static String route(HttpServletRequest request) {
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }
}
