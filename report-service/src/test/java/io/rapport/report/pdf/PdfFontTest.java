package io.rapport.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.model.GsubData;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfFontTest {

    @ParameterizedTest
    @ValueSource(strings = {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"})
    void hasLettersAndNoSubstitutions(String file) throws IOException {
        try (var in = new PdfFont(file).open();
                var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            assertThat(font.getGsubData()).isSameAs(GsubData.NO_DATA_FOUND);
            assertThat(font.getUnicodeCmapLookup().getGlyphId('å')).isPositive();
        }
    }
}
