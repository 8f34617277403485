package io.rapport.scoring.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a text's language by its small words and its letters. */
final class LanguageDetector {

    private static final String LIST = "function-words.txt";
    private static final float CLOSE = 0.9f;
    private static final float OF_A_KNOWN_WORD = 0.4f;
    private static final float OF_A_LETTER = 0.7f;
    private static final float OF_A_FOREIGN_LETTER = 0.3f;

    /** Per word, how much it tells for each language: a word of two languages tells half for either. */
    private final TermTable<float[]> words;

    private final Map<TextLanguage, SentimentLexicon> lexicons;

    LanguageDetector(Map<TextLanguage, SentimentLexicon> lexicons) {
        this.lexicons = lexicons;
        var telling = new HashMap<String, float[]>();
        try (var stream = LanguageDetector.class.getResourceAsStream(LIST)) {
            lines(stream).lines().filter(line -> line.charAt(0) != '#').forEach(line -> add(telling, line));
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + LIST + " cannot be read", e);
        }
        telling.values().forEach(LanguageDetector::share);
        words = new TermTable<>(telling);
    }

    private static BufferedReader lines(@Nullable InputStream stream) {
        if (stream == null) {
            throw new IllegalStateException("The word list " + LIST + " is missing");
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static void add(Map<String, float[]> telling, String line) {
        int space = line.indexOf(' ');
        int language = TextLanguage.valueOf(line.substring(0, space)).ordinal();
        for (var word : line.substring(space + 1).split(", ")) {
            telling.computeIfAbsent(word, none -> new float[TextLanguage.count()])[language] = 1;
        }
    }

    private static void share(float[] ofWord) {
        float languages = 0;
        for (float one : ofWord) {
            languages += one;
        }
        for (int i = 0; i < ofWord.length; i++) {
            ofWord[i] /= languages;
        }
    }

    /** The language most words and letters tell of; where several are close, the words their lexicons know tell as well. */
    TextLanguage detect(TextTokens tokens) {
        var told = scoreLanguages(tokens);
        float most = told[best(told)];
        if (hasSeveralAbove(told, most - CLOSE)) {
            lexicons.forEach((language, lexicon) -> {
                if (told[language.ordinal()] >= most - CLOSE) {
                    told[language.ordinal()] += OF_A_KNOWN_WORD * lexicon.countKnownWords(tokens);
                }
            });
        }
        return TextLanguage.at(best(told));
    }

    private float[] scoreLanguages(TextTokens tokens) {
        var told = new float[TextLanguage.count()];
        told[TextLanguage.OTHER.ordinal()] = tokens.foreignLetters * OF_A_FOREIGN_LETTER;
        for (int i = 0; i < tokens.count; i++) {
            var ofWord = words.find(tokens.chars, tokens.starts[i], tokens.ends[i], tokens.hashes[i]);
            if (ofWord != null) {
                addWordScore(told, ofWord);
            }
        }
        for (int i = 0; i < tokens.length; i++) {
            if (tokens.chars[i] > CharacterClasses.LAST_ASCII) {
                addLetterScore(told, tokens.chars[i]);
            }
        }
        return told;
    }

    private static boolean hasSeveralAbove(float[] told, float close) {
        int languages = 0;
        for (float one : told) {
            languages += one >= close ? 1 : 0;
        }
        return languages > 1;
    }

    private static int best(float[] told) {
        int best = 0;
        for (int l = 1; l < told.length; l++) {
            best = told[l] > told[best] ? l : best;
        }
        return best;
    }

    private static void addWordScore(float[] told, float[] ofWord) {
        for (int l = 0; l < told.length; l++) {
            told[l] += ofWord[l];
        }
    }

    private static void addLetterScore(float[] told, char c) {
        switch (c) {
            case 'æ', 'ø' -> {
                told[TextLanguage.NORWEGIAN.ordinal()] += OF_A_LETTER;
                told[TextLanguage.DANISH.ordinal()] += OF_A_LETTER;
            }
            case 'ä', 'ö' -> {
                told[TextLanguage.SWEDISH.ordinal()] += OF_A_LETTER;
                told[TextLanguage.OTHER.ordinal()] += OF_A_LETTER / 2;
            }
            case 'å' -> {
                told[TextLanguage.NORWEGIAN.ordinal()] += OF_A_LETTER;
                told[TextLanguage.DANISH.ordinal()] += OF_A_LETTER;
                told[TextLanguage.SWEDISH.ordinal()] += OF_A_LETTER;
            }
            case 'ß', 'ñ', 'ü', 'ç', 'ã', 'ł', 'ı' -> told[TextLanguage.OTHER.ordinal()] += OF_A_LETTER;
            default -> {}
        }
    }
}
