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
final class LanguageGuess {

    private static final String LIST = "function-words.txt";
    private static final float CLOSE = 0.9f;
    private static final float OF_A_KNOWN_WORD = 0.4f;
    private static final float OF_A_LETTER = 0.7f;
    private static final float OF_A_FOREIGN_LETTER = 0.3f;

    /** Per word, how much it tells for each language: a word of two languages tells half for either. */
    private final SpanTable<float[]> words;

    private final Map<Language, Lexicon> lexicons;

    LanguageGuess(Map<Language, Lexicon> lexicons) {
        this.lexicons = lexicons;
        var telling = new HashMap<String, float[]>();
        try (var stream = LanguageGuess.class.getResourceAsStream(LIST)) {
            lines(stream).lines().filter(line -> line.charAt(0) != '#').forEach(line -> add(telling, line));
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + LIST + " cannot be read", e);
        }
        telling.values().forEach(LanguageGuess::share);
        words = new SpanTable<>(telling);
    }

    private static BufferedReader lines(@Nullable InputStream stream) {
        if (stream == null) {
            throw new IllegalStateException("The word list " + LIST + " is missing");
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static void add(Map<String, float[]> telling, String line) {
        int space = line.indexOf(' ');
        int language = Language.valueOf(line.substring(0, space)).ordinal();
        for (var word : line.substring(space + 1).split(", ")) {
            telling.computeIfAbsent(word, none -> new float[Language.count()])[language] = 1;
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
    Language guess(Tokens tokens) {
        var told = told(tokens);
        float most = told[best(told)];
        if (severalReach(told, most - CLOSE)) {
            lexicons.forEach((language, lexicon) -> {
                if (told[language.ordinal()] >= most - CLOSE) {
                    told[language.ordinal()] += OF_A_KNOWN_WORD * lexicon.known(tokens);
                }
            });
        }
        return Language.at(best(told));
    }

    private float[] told(Tokens tokens) {
        var told = new float[Language.count()];
        told[Language.OTHER.ordinal()] = tokens.foreignLetters * OF_A_FOREIGN_LETTER;
        for (int i = 0; i < tokens.count; i++) {
            var ofWord = words.find(tokens.chars, tokens.starts[i], tokens.ends[i], tokens.hashes[i]);
            if (ofWord != null) {
                hearWord(told, ofWord);
            }
        }
        for (int i = 0; i < tokens.length; i++) {
            if (tokens.chars[i] > Letters.LAST_ASCII) {
                hearLetter(told, tokens.chars[i]);
            }
        }
        return told;
    }

    private static boolean severalReach(float[] told, float close) {
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

    private static void hearWord(float[] told, float[] ofWord) {
        for (int l = 0; l < told.length; l++) {
            told[l] += ofWord[l];
        }
    }

    private static void hearLetter(float[] told, char c) {
        switch (c) {
            case 'æ', 'ø' -> {
                told[Language.NORWEGIAN.ordinal()] += OF_A_LETTER;
                told[Language.DANISH.ordinal()] += OF_A_LETTER;
            }
            case 'ä', 'ö' -> {
                told[Language.SWEDISH.ordinal()] += OF_A_LETTER;
                told[Language.OTHER.ordinal()] += OF_A_LETTER / 2;
            }
            case 'å' -> {
                told[Language.NORWEGIAN.ordinal()] += OF_A_LETTER;
                told[Language.DANISH.ordinal()] += OF_A_LETTER;
                told[Language.SWEDISH.ordinal()] += OF_A_LETTER;
            }
            case 'ß', 'ñ', 'ü', 'ç', 'ã', 'ł', 'ı' -> told[Language.OTHER.ordinal()] += OF_A_LETTER;
            default -> {}
        }
    }
}
