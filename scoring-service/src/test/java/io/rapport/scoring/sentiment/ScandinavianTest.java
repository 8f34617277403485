package io.rapport.scoring.sentiment;

import static io.rapport.scoring.sentiment.SentimentFixtures.ANALYSER;
import static io.rapport.scoring.sentiment.SentimentFixtures.polarity;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScandinavianTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NORWEGIAN | Veldig fornøyd med kundeservice hos dere, rask hjelp!
            NORWEGIAN | Dette var ikke verst
            NORWEGIAN | Kjempegode produkter, anbefales på det varmeste
            NORWEGIAN | Eg er veldig nøgd, og dei var hyggelege
            NORWEGIAN | Det er ikke bare bra, det er fantastisk
            NORWEGIAN | Maten var dyr, men den var nydelig og jeg elsker stedet
            NORWEGIAN | Jævlig bra konsert i går
            DANISH    | Kæmpe ros til jer, hurtig levering og god kvalitet
            DANISH    | Jeg er meget tilfreds, tak for hjælpen
            DANISH    | Det var slet ikke dårligt
            SWEDISH   | Jättenöjd! Snabb leverans och trevligt bemötande
            SWEDISH   | Det var inte illa alls
            SWEDISH   | Jag älskar era fantastiska produkter
            """)
    void judgesPraisePositive(TextLanguage language, String text) {
        var judgement = ANALYSER.judge(text);

        assertThat(judgement.language()).as(text).isEqualTo(language);
        assertThat(judgement.polarity()).as(text).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NORWEGIAN | Har ventet i to uker, og ingen svarer. Aldri mer!
            NORWEGIAN | Filmen er dessverre langdryg og forutsigbar
            NORWEGIAN | Eg er ikkje nøgd med dette
            NORWEGIAN | Varen gikk i stykker, jeg vil ha pengene tilbake
            NORWEGIAN | Den var ikke spesielt god
            NORWEGIAN | Elendige greier og drittservice
            DANISH    | Jeg har ventet på svar i tre dage, det er for dårligt
            DANISH    | Maden var ikke god, og personalet var uforskammet
            DANISH    | Den virker ikke, jeg fortryder købet
            SWEDISH   | Fortfarande inget svar, otroligt dålig kundtjänst
            SWEDISH   | Varan gick sönder efter en dag, vill ha pengarna tillbaka
            SWEDISH   | Maten var inte god
            """)
    void judgesComplaintsNegative(TextLanguage language, String text) {
        var judgement = ANALYSER.judge(text);

        assertThat(judgement.language()).as(text).isEqualTo(language);
        assertThat(judgement.polarity()).as(text).isLessThan(-0.05);
    }

    @Test
    void wordsSpelledLikeEnglishOnesAreNotEnglish() {
        assertThat(polarity("Jeg kjøper en gift til barna på slutten av dagen")).isZero();
        assertThat(polarity("Det är slut på fart och glass")).isZero();
    }

    @Test
    void loanwordsAreFound() {
        assertThat(ANALYSER.judge("Det var helt awesome", TextLanguage.NORWEGIAN)
                        .polarity())
                .isPositive();
    }

    @Test
    void theLanguageCanBeGiven() {
        assertThat(ANALYSER.judge("gift", TextLanguage.NORWEGIAN).polarity()).isZero();
        assertThat(ANALYSER.judge("gift", TextLanguage.ENGLISH).polarity()).isPositive();
        assertThat(ANALYSER.judge("gift", TextLanguage.ENGLISH).language()).isEqualTo(TextLanguage.ENGLISH);
    }

    @Test
    void decomposedLettersEqualComposedOnes() {
        assertThat(polarity("va\u030Aga\u030At och bra")).isEqualTo(polarity("vågat och bra"));
        assertThat(ANALYSER.judge("Jag a\u0308lskar det", TextLanguage.SWEDISH))
                .isEqualTo(ANALYSER.judge("Jag älskar det", TextLanguage.SWEDISH));
    }
}
