package io.rapport.ingest.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.brand.StaffHandle;
import io.rapport.ingest.domain.input.InputRow;
import io.rapport.ingest.domain.input.SampleRows;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffListIntakeTest {

    private final StaffListIntake intake = new StaffListIntake(SampleRows.HASHES, "nord");

    private record Row(int index, Map<String, Object> fields) implements InputRow {
        @Override
        public String raw() {
            return fields.toString();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Twitter,acme_care,x,acme_care",
        "twitter,@acme_care,x,acme_care",
        "X,Acme_Help,x,Acme_Help",
        "X (Twitter),https://x.com/acme_news,x,acme_news",
        "x,twitter.com/acme_news/with_replies,x,acme_news",
        "Facebook Page,https://www.facebook.com/acme/about,facebook,acme",
        "FB,https://www.facebook.com/profile.php?id=100,facebook,100",
        "Insta,@acme.coffee,instagram,acme.coffee",
        "LinkedIn,https://no.linkedin.com/company/acme/about/,linkedin,acme",
        "YouTube,https://www.youtube.com/channel/UCaBc/videos,youtube,UCaBc",
        "Reddit,u/acme,reddit,acme",
        "social,https://www.tiktok.com/@acme/video/1,tiktok,acme",
        "Mastodon,https://social.example/@acme,mastodon,acme@social.example"
    })
    void readsAnAccountInAnySpelling(String channel, String handle, String readChannel, String readId) {
        intake.process(new Row(2, Map.of("channel", channel, "handle", handle)));

        assertThat(intake.rejected()).isEmpty();
        assertThat(intake.handles()).containsExactly(new StaffHandle(readChannel, readId));
    }

    @Test
    void anAddressIsTheAccountOfItsEngagements() {
        intake.process(new Row(2, Map.of("channel", "E-mail", "handle", "mailto:Care@acme.example")));

        assertThat(intake.handles())
                .containsExactly(new StaffHandle(
                        "email", "email-" + SampleRows.HASHES.hashEmail("nord", "care@acme.example", "handle")));
    }

    @Test
    void rejectsWhatIsNoChannel() {
        intake.process(new Row(2, Map.of("channel", "???", "handle", "acme")));

        assertThat(intake.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.message()).startsWith("channel is '???', but has to be a channel"));
    }

    @Test
    void rejectsAPageWithoutAnAccount() {
        intake.process(new Row(2, Map.of("channel", "x", "handle", "https://x.com/search?q=acme")));

        assertThat(intake.rejected()).hasSize(1);
    }
}
