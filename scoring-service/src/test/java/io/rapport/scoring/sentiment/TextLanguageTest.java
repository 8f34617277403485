package io.rapport.scoring.sentiment;

import static io.rapport.scoring.sentiment.SentimentFixtures.ANALYSER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH   | where is my order
            ENGLISH   | awesome
            ENGLISH   | ''
            ENGLISH   | 12345 ...
            NORWEGIAN | hva skjer med pakken min
            NORWEGIAN | kva skjer med pakka mi
            NORWEGIAN | Takk
            NORWEGIAN | Kjempebra!
            DANISH    | hvad sker der med min pakke, jeg har ikke hørt noget
            DANISH    | Tak for mad
            SWEDISH   | vad händer med mitt paket
            SWEDISH   | Tack!
            OTHER     | Das ist nicht gut, wir sind sehr enttäuscht
            OTHER     | C'est magnifique, merci beaucoup
            OTHER     | Это очень хорошо
            OTHER     | 还不错
            OTHER     | مرحبا شكرا جزيلا
            """)
    void isDetected(TextLanguage language, String text) {
        assertThat(ANALYSER.judge(text).language()).as(text).isEqualTo(language);
    }

    @Test
    void onlySymbolsAreJudgedInOtherLanguages() {
        var judgement = ANALYSER.judge("Das ist die beste love \uD83D\uDE21, wir sind sehr enttäuscht");

        assertThat(judgement.decidedBy()).containsExactly("\uD83D\uDE21");
        assertThat(judgement.polarity()).isNegative();
    }
}
