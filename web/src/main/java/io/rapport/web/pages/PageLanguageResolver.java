package io.rapport.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Resolves the language of a page: the parameter {@value #PARAMETER}, else the cookie that remembers it, else the first
 * language of {@code Accept-Language} that is available, else English. Requests of the REST API are English.
 */
public final class PageLanguageResolver implements LocaleResolver {

    /** The query parameter that chooses a language. */
    public static final String PARAMETER = "lang";

    static final String COOKIE = "rapport_lang";

    private static final String API = "/v1/";
    // Of the query itself: to read parameters could fail before the request is checked.
    private static final Pattern CHOICE = Pattern.compile("(?:^|&)" + PARAMETER + "=([a-z]{2})(?=&|$)");

    /** The language of the reader, whatever the request is for. */
    public static PageLanguage readerLanguage(HttpServletRequest request) {
        return chosen(request).or(() -> remembered(request)).orElseGet(() -> accepted(request));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var language = request.getRequestURI().startsWith(API) ? PageLanguage.ENGLISH : readerLanguage(request);
        return language.locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language of a page is chosen by the parameter " + PARAMETER);
    }

    /** The language that the request's parameter chooses. */
    static Optional<PageLanguage> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .map(CHOICE::matcher)
                .filter(matcher -> matcher.find())
                .flatMap(matcher -> PageLanguage.ofTag(matcher.group(1)));
    }

    private static Optional<PageLanguage> remembered(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> PageLanguage.ofTag(cookie.getValue()));
    }

    private static PageLanguage accepted(HttpServletRequest request) {
        // Without the header a servlet container answers with the locale of the server.
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? PageLanguage.ENGLISH
                : Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> PageLanguage.ofLocale(locale).stream())
                        .findFirst()
                        .orElse(PageLanguage.ENGLISH);
    }
}
