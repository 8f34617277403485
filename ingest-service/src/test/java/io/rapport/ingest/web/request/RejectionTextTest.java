package io.rapport.ingest.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.web.pages.PageLanguage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reasons of rejections in the language of the page. */
class RejectionTextTest {

    @Test
    void theStoredReasonIsShownInEnglishAndASentenceOfItsCodeInOtherLanguages() {
        var stored = "occurredAt is required.";
        assertThat(RejectionText.of(RejectionCode.MISSING_FIELD, stored)).isEqualTo(stored);
        assertThat(PageLanguage.NORWEGIAN.call(() -> RejectionText.of(RejectionCode.MISSING_FIELD, stored)))
                .isEqualTo("Et påkrevd felt mangler.");
    }

    @Test
    void everyCodeHasASentenceOfItsOwn() {
        assertThat(RejectionText.byCode()).isEmpty();
        var texts = PageLanguage.NORWEGIAN.call(RejectionText::byCode);
        assertThat(texts)
                .extracting(RejectionText.CodeText::code)
                .containsExactlyElementsOf(
                        Arrays.stream(RejectionCode.values()).map(Enum::name).toList());
        assertThat(texts).extracting(RejectionText.CodeText::text).doesNotHaveDuplicates();
    }
}
