package io.rapport.contracts.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountNamesTest {

    @Test
    void asciiIsFoldedAsOtherNamesAre() {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++) {
            var name = new StringBuilder();
            for (var length = random.nextInt(12); length > 0; length--) {
                name.append((char) random.nextInt(128));
            }
            // An invisible character makes no difference but that the name is not ASCII.
            assertThat(AccountNames.fold(name.toString()))
                    .as(name.toString())
                    .isEqualTo(AccountNames.fold("\u200B" + name));
        }
    }

    @Test
    void foldsCaseWidthAndTheLeadingSign() {
        assertThat(AccountNames.fold(" @Ann\uFF0EBo ")).isEqualTo("ann.bo");
        assertThat(AccountNames.fold("ANN")).isEqualTo("ann");
    }
}
