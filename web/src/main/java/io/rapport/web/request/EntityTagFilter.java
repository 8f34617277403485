package io.rapport.web.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Adds an {@code ETag}, a hash of the body, to JSON under {@code /v1}, and responds with 304 to a request with the same one in
 * {@code If-None-Match}. The tag is weak, because Tomcat compresses no response with a strong one. It is for clients that keep
 * responses themselves: {@code Cache-Control: no-store} holds for caches and browsers.
 *
 * <p>Every body is kept in memory until it is complete; {@link EntityTagInterceptor} exempts methods that stream theirs. All
 * other responses pass through here, so that headers do not show whether a path exists.
 */
public final class EntityTagFilter extends ShallowEtagHeaderFilter {

    private static final String PREFIX = "/v1/";

    public EntityTagFilter() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        var type = response.getContentType();
        return type != null
                && request.getRequestURI().startsWith(PREFIX)
                && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type))
                && super.isEligibleForEtag(request, response, status, body);
    }
}
