package io.rapport.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListLinkTest {

    @Test
    void parametersAreEncodedReplacedAndRemoved() {
        var link =
                ListLink.people("/agencies/a/brands/b").with("q", "Zoë & <b>").with("seen", "new");
        assertThat(link.href()).isEqualTo("/agencies/a/brands/b/people?q=Zo%C3%AB+%26+%3Cb%3E&seen=new");
        assertThat(link.with("seen", "lapsed").with("q", "").href())
                .isEqualTo("/agencies/a/brands/b/people?seen=lapsed");
        assertThat(link.with("seen", null).with("q", null).href()).isEqualTo("/agencies/a/brands/b/people");
    }
}
