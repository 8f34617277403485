package io.rapport.web.request;

import io.rapport.web.problem.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.WebUtils;

/**
 * A request whose body may be read up to a size and a deadline. If the body is read as a stream, it is never parsed as a form: the
 * parameters are then those of the query, and the body stays as it was sent, over which senders sign it.
 */
final class LimitedRequest extends HttpServletRequestWrapper {

    private static final int CHECK_INTERVAL = 64 << 10;

    private final long start = System.nanoTime();
    private long maxBytes;
    private Duration deadline;
    private Runnable check = () -> {};
    private boolean streamed;
    private @Nullable ServletInputStream body;

    LimitedRequest(HttpServletRequest request, long maxBytes, Duration deadline) {
        super(request);
        this.maxBytes = maxBytes;
        this.deadline = deadline;
    }

    /** The limited request that a request wraps. */
    static Optional<LimitedRequest> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, LimitedRequest.class));
    }

    /** Removes the limit of size, replaces the deadline, and keeps the body from being parsed as a form. */
    void allowStream(Duration newDeadline) {
        streamed = true;
        maxBytes = Long.MAX_VALUE;
        deadline = newDeadline;
    }

    /** Adds a check that runs while the body is read, about every 64 KB; its exception ends the request. */
    void checkWhileReading(Runnable additional) {
        check = additional;
    }

    boolean declaresTooMuch() {
        return getContentLengthLong() > maxBytes;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the query of a form is not percent-encoded correctly
     */
    @Override
    public Map<String, String[]> getParameterMap() {
        if (!streamed || !FormParameters.isForm(getContentType())) {
            return super.getParameterMap();
        }
        var parameters = new LinkedHashMap<String, String[]>();
        FormParameters.parse(Objects.requireNonNullElse(getQueryString(), ""))
                .forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return parameters;
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedBody(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        return new BufferedReader(
                new InputStreamReader(getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
    }

    private void check(long read) {
        if (read > maxBytes) {
            throw Problem.tooLarge(maxBytes).asException();
        }
        if (System.nanoTime() - start > deadline.toNanos()) {
            throw Problem.of(
                            HttpStatus.REQUEST_TIMEOUT,
                            "body-too-slow",
                            "The body arrives too slowly",
                            "Send it within " + deadline.toSeconds() + " seconds, or in several requests.")
                    .asException();
        }
    }

    private final class LimitedBody extends ServletInputStream {

        private final ServletInputStream source;
        private long read;
        private long checked;

        LimitedBody(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            var next = source.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = source.read(buffer, offset, length);
            if (count > 0) {
                count(count);
            }
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            check(read);
            if (read - checked >= CHECK_INTERVAL) {
                checked = read;
                check.run();
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
