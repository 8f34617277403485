package io.rapport.web.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/** Reads the pages after the first one by calling the controller method again, with the cursor as a parameter of the request. */
final class NextPageReader {

    private final HttpServletRequest request;
    private final @Nullable HttpServletResponse response;
    private final InvocableHandlerMethod handler;

    private NextPageReader(
            HttpServletRequest request, @Nullable HttpServletResponse response, InvocableHandlerMethod handler) {
        this.request = request;
        this.response = response;
        this.handler = handler;
    }

    /** A reader of the pages of a request. */
    static NextPageReader of(
            HttpServletRequest request, @Nullable HttpServletResponse response, RequestMappingHandlerAdapter adapter) {
        var matched = (HandlerMethod) Objects.requireNonNull(
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE), "A list has a controller");
        var handler = new InvocableHandlerMethod(matched.createWithResolvedBean());
        var resolvers = new HandlerMethodArgumentResolverComposite();
        resolvers.addResolvers(Objects.requireNonNullElse(adapter.getArgumentResolvers(), List.of()));
        handler.setHandlerMethodArgumentResolvers(resolvers);
        handler.setDataBinderFactory(
                new ServletRequestDataBinderFactory(List.of(), adapter.getWebBindingInitializer()));
        handler.setParameterNameDiscoverer(new DefaultParameterNameDiscoverer());
        return new NextPageReader(request, response, handler);
    }

    /**
     * Reads a page.
     *
     * @throws IOException if it cannot be read: the response has begun, so that it ends incomplete
     */
    Object read(String cursor) throws IOException {
        try {
            var page = handler.invokeForRequest(
                    new ServletWebRequest(new PageParameterRequest(request, cursor), response),
                    new ModelAndViewContainer());
            var body = page instanceof ResponseEntity<?> entity ? entity.getBody() : page;
            return Objects.requireNonNull(body, "A page has a body");
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The list could not be read to its end", e);
        }
    }
}
