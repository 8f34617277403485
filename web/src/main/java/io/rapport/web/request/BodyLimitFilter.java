package io.rapport.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the body of every request to 1 MB, counted while it is read and therefore also with chunked encoding, and the time to
 * send it to 30 seconds. Reading further fails with 413 or 408. A method with {@link StreamedBody} has its own limit of size,
 * and ten minutes. Bodies of forms are limited by the server.
 */
public final class BodyLimitFilter extends OncePerRequestFilter {

    /** The maximum size of a body in bytes. */
    public static final long MAX_BYTES = 1 << 20;

    static final Duration DEADLINE = Duration.ofSeconds(30);
    static final Duration STREAMED_DEADLINE = Duration.ofMinutes(10);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new LimitedRequest(request, MAX_BYTES, DEADLINE), response);
    }
}
