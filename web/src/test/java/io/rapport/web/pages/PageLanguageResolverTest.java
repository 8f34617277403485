package io.rapport.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageLanguageResolverTest {

    private final PageLanguageResolver resolver = new PageLanguageResolver();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nb | nb",
                "no | nb",
                "nn-NO,en;q=0.5 | nb",
                "nb-NO,nb;q=0.9,en;q=0.8 | nb",
                "en-GB,nb;q=0.9 | en",
                "de,nb;q=0.7,en;q=0.3 | nb",
                "de,fr | en",
                "* | en",
                "nonsense;;q= | en"
            })
    void theFirstAcceptedLanguageThatIsAvailableIsUsed(String header, String language) {
        assertThat(resolver.resolveLocale(page(header, null))).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void withoutTheHeaderAPageIsEnglishWhateverTheLocaleOfTheServer() {
        assertThat(resolver.resolveLocale(page(null, null))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void theParameterTakesPrecedenceOverTheCookieAndTheCookieOverTheHeader() {
        var request = page("en", "window=7&lang=nb");
        request.setCookies(new Cookie(PageLanguageResolver.COOKIE, "en"));
        assertThat(resolver.resolveLocale(request)).isEqualTo(PageLanguage.NORWEGIAN.locale());

        request.setQueryString("window=7&language=en");
        request.setCookies(new Cookie(PageLanguageResolver.COOKIE, "nb"));
        assertThat(resolver.resolveLocale(request)).isEqualTo(PageLanguage.NORWEGIAN.locale());
    }

    @Test
    void anUnknownLanguageIsIgnored() {
        var request = page("nb", "lang=xx");
        request.setCookies(new Cookie(PageLanguageResolver.COOKIE, "<script>"));
        assertThat(resolver.resolveLocale(request)).isEqualTo(PageLanguage.NORWEGIAN.locale());
    }

    @Test
    void theRestApiIsEnglish() {
        var request = page("nb", "lang=nb");
        request.setRequestURI("/v1/agencies/house/brands/acme/people");
        assertThat(resolver.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    private static MockHttpServletRequest page(String header, String query) {
        var request = new MockHttpServletRequest("GET", "/agencies/house");
        request.setRequestURI("/agencies/house");
        request.setQueryString(query);
        if (header != null) {
            request.addHeader("Accept-Language", header);
        }
        return request;
    }
}
