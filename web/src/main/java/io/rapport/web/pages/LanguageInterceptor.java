package io.rapport.web.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Remembers the language that a page is asked for in a cookie, and adds the links to the same page in the other languages to
 * the request attributes, from where templates read them.
 */
public final class LanguageInterceptor implements HandlerInterceptor {

    /** The request attribute with the {@link LanguageLink} to the other language; absent after a form was sent. */
    static final String OTHER_LANGUAGE = "otherLanguage";

    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** A link to a page in another language. */
    public record LanguageLink(String tag, String name, String href) {}

    /** Whether a controller method renders pages, or redirects to one. */
    public static boolean isPage(HandlerMethod method) {
        return !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && isPage(method)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            PageLanguageResolver.chosen(request)
                    .ifPresent(language ->
                            response.addHeader(HttpHeaders.SET_COOKIE, cookie(language, request.isSecure())));
            if (HttpMethod.GET.matches(request.getMethod())) {
                request.setAttribute(OTHER_LANGUAGE, otherLanguage(request));
            }
        }
        return true;
    }

    private static String cookie(PageLanguage language, boolean secure) {
        return ResponseCookie.from(PageLanguageResolver.COOKIE, language.tag())
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(REMEMBERED)
                .build()
                .toString();
    }

    private static LanguageLink otherLanguage(HttpServletRequest request) {
        var other = PageLanguageResolver.readerLanguage(request) == PageLanguage.ENGLISH
                ? PageLanguage.NORWEGIAN
                : PageLanguage.ENGLISH;
        var href = UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(PageLanguageResolver.PARAMETER, other.tag())
                .build()
                .toUriString();
        return new LanguageLink(other.tag(), other.nativeName(), href);
    }
}
