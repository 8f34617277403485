package io.rapport.ingest.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxNormalizerTest {

    @ParameterizedTest
    @CsvSource({
        "ada.byron@gmail.com, adabyron@gmail.com",
        "a.d.a.b.y.r.o.n@gmail.com, adabyron@gmail.com",
        "adabyron+shop@gmail.com, adabyron@gmail.com",
        "ada.byron+a+b@googlemail.com, adabyron@gmail.com",
        "adabyron@googlemail.com, adabyron@gmail.com",
        "ada.byron+news@example.com, ada.byron@example.com",
        "ada.byron@example.com, ada.byron@example.com",
        "ada@example.com., ada@example.com",
        "ada@münchen.de, ada@xn--mnchen-3ya.de",
        "ada@xn--mnchen-3ya.de, ada@xn--mnchen-3ya.de",
        "ada@me.com, ada@icloud.com",
        "ada@mac.com, ada@icloud.com",
        "ada.b@pm.me, adab@proton.me",
        "adab@protonmail.com, adab@proton.me",
        "ada@ya.ru, ada@yandex.ru",
        "+tag@example.com, +tag@example.com",
        "ada@hotmail.com, ada@hotmail.com",
        "ada@outlook.com, ada@outlook.com",
        "a_d-a@gmail.com, a_d-a@gmail.com",
    })
    void findsTheMailboxOfASpelling(String address, String mailbox) {
        assertThat(MailboxNormalizer.canonical(address)).isEqualTo(mailbox);
        assertThat(MailboxNormalizer.canonical(mailbox)).isEqualTo(mailbox);
    }

    @Test
    void theMailboxOfASpellingHasTheHashOfItsCanonicalAddress() {
        var hasher = new ContactHasher("a secret of this installation");

        assertThat(hasher.hashMailbox("nord", "A.Da+x@Googlemail.com", "email"))
                .contains(hasher.hashEmail("nord", "ada@gmail.com", "email"));
        assertThat(hasher.hashMailbox("nord", "Ada@gmail.com", "email")).isEmpty();
    }
}
