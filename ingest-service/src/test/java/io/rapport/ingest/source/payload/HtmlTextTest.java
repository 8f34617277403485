package io.rapport.ingest.source.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void readsTextWithoutTags() {
        assertThat(
                        HtmlText.of(
                                "<p>Hi <a href=\"https://example.com/?a=1&amp;b\">@<b>ann</b></a>!</p><p>Tea &amp; cake &lt;3 &#x1F600;</p>"))
                .isEqualTo("Hi @ann!\nTea & cake <3 😀");
        assertThat(HtmlText.of("one<br/>two")).isEqualTo("one\ntwo");
    }

    @Test
    void scriptsAndCommentsAreNoText() {
        assertThat(HtmlText.of("a<script>alert('x')</script>b<!-- c -->d<style>e</style>"))
                .isEqualTo("abd");
        assertThat(HtmlText.of("a<script>alert('x')</SCRIPT>b<STYLE>c</Style>d"))
                .isEqualTo("abd");
        assertThat(HtmlText.of("<script>never ends")).isNull();
        assertThat(HtmlText.of("<p></p>")).isNull();
        assertThat(HtmlText.of(null)).isNull();
    }

    @Test
    void whatIsNoMarkupStays() {
        assertThat(HtmlText.of("1 < 2 & 3 > 2; &unknown; &#xFFFFFFF; AT&T"))
                .isEqualTo("1 < 2 & 3 > 2; &unknown; &#xFFFFFFF; AT&T");
    }

    @Test
    void hostileMarkupIsReadInLinearTime() {
        assertThat(HtmlText.of("&".repeat(500_000))).hasSize(500_000);
        assertThat(HtmlText.of("<a".repeat(500_000))).isNull();
        assertThat(HtmlText.of("<script>".repeat(200_000))).isNull();
    }
}
