package io.rapport.web.request;

import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Responds with 400 to a request with a parameter that its controller method does not read, that is given more often than it
 * reads it, or that contains a null character. Parameters of the query and of forms are checked alike; the problem names the
 * parameters that the method reads. Without this, indexed and nested names such as {@code sort[0]} fail in data binding.
 */
public final class ParameterInterceptor implements HandlerInterceptor {

    private static final int MAX_QUOTED = 64;

    private final Supplier<List<HandlerMethodArgumentResolver>> resolvers;
    private final ProblemWriter problems;
    private final Map<Object, HandlerParameters> known = new ConcurrentHashMap<>();

    /**
     * An interceptor of all controller methods.
     *
     * @param resolvers the resolvers of controller arguments, in their order; first read when a request is checked
     */
    public ParameterInterceptor(Supplier<List<HandlerMethodArgumentResolver>> resolvers, ProblemWriter problems) {
        this.resolvers = resolvers;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.REQUEST || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        var parameters =
                known.computeIfAbsent(method.getMethod(), key -> HandlerParameters.of(method, resolvers.get()));
        try {
            read(request).forEach((name, values) -> check(parameters, name, values));
            return true;
        } catch (RequestRejectedException e) {
            // The firewall refuses control characters in names.
            problems.write(response, refusal("", "A parameter's name contains a control character. ", parameters));
            return false;
        } catch (ProblemException e) {
            problems.write(response, e);
            return false;
        }
    }

    private static Map<String, String[]> read(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (InvalidParameterException e) {
            if (e.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                throw Problem.tooLarge(BodyLimitFilter.MAX_BYTES).asException();
            }
            throw unreadable();
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static void check(HandlerParameters parameters, String name, String[] values) {
        var repeatable = parameters.repeatable().get(name);
        if (repeatable == null && !parameters.open()) {
            throw refusal(name, "There is no parameter '" + quoted(name) + "' here. ", parameters);
        }
        if (Boolean.FALSE.equals(repeatable) && values.length > 1) {
            throw refusal(name, "'" + name + "' is given more than once. ", parameters);
        }
        if (Arrays.stream(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw refusal(name, "'" + quoted(name) + "' contains a null character. ", parameters);
        }
    }

    private static ProblemException unreadable() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-request",
                        "The parameters cannot be read",
                        "Send at most 1000 parameters, percent-encoded as UTF-8.")
                .asException();
    }

    private static ProblemException refusal(String name, String reason, HandlerParameters parameters) {
        var known = parameters.repeatable().keySet();
        var remedy =
                known.isEmpty() ? "It takes no parameters." : "Known parameters: " + String.join(", ", known) + ".";
        return Problem.invalid(quoted(name), reason + remedy)
                .with("known", known)
                .asException();
    }

    private static String quoted(String name) {
        return name.length() <= MAX_QUOTED ? name : name.substring(0, MAX_QUOTED) + "…";
    }
}
