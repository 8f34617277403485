package io.rapport.web.list;

import io.rapport.web.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for the page after a cursor, as large as possible. */
final class PageParameterRequest extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters;

    PageParameterRequest(HttpServletRequest request, String cursor) {
        super(request);
        parameters = new LinkedHashMap<>(request.getParameterMap());
        parameters.put("cursor", new String[] {cursor});
        parameters.put("limit", new String[] {String.valueOf(PageRequest.MAX_LIMIT)});
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = parameters.get(name);
        return values == null ? null : values.clone();
    }
}
