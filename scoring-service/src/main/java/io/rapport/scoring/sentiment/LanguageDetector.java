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

/** Detects the language of a text by its function words and letters. */
final class LanguageDetector {

    private static final String LIST = "function-words.txt";
    private static final float TIE_MARGIN = 0.9f;
    private static final float KNOWN_WORD_SCORE = 0.4f;
    private static final float LETTER_SCORE = 0.7f;
    private static final float FOREIGN_LETTER_SCORE = 0.3f;

    /** Weight of each function word by language; a word of two languages has half a weight for either. */
    private final TermTable<float[]> words;

    private final Map<TextLanguage, SentimentLexicon> lexicons;

    LanguageDetector(Map<TextLanguage, SentimentLexicon> lexicons) {
        this.lexicons = lexicons;
        var weights = new HashMap<String, float[]>();
        try (var stream = LanguageDetector.class.getResourceAsStream(LIST)) {
            lines(stream).lines().filter(line -> line.charAt(0) != '#').forEach(line -> add(weights, line));
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + LIST + " cannot be read", e);
        }
        weights.values().forEach(LanguageDetector::normalize);
        words = new TermTable<>(weights);
    }

    private static BufferedReader lines(@Nullable InputStream stream) {
        if (stream == null) {
            throw new IllegalStateException("The word list " + LIST + " is missing");
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static void add(Map<String, float[]> weights, String line) {
        int space = line.indexOf(' ');
        int language = TextLanguage.valueOf(line.substring(0, space)).ordinal();
        for (var word : line.substring(space + 1).split(", ")) {
            weights.computeIfAbsent(word, key -> new float[TextLanguage.count()])[language] = 1;
        }
    }

    private static void normalize(float[] wordWeights) {
        float languages = 0;
        for (float one : wordWeights) {
            languages += one;
        }
        for (int i = 0; i < wordWeights.length; i++) {
            wordWeights[i] /= languages;
        }
    }

    /** Returns the language with the highest score; near ties are resolved by the number of words in each lexicon. */
    TextLanguage detect(TextTokens tokens) {
        var scores = scoreLanguages(tokens);
        float most = scores[best(scores)];
        if (hasSeveralAbove(scores, most - TIE_MARGIN)) {
            lexicons.forEach((language, lexicon) -> {
                if (scores[language.ordinal()] >= most - TIE_MARGIN) {
                    scores[language.ordinal()] += KNOWN_WORD_SCORE * lexicon.countKnownWords(tokens);
                }
            });
        }
        return TextLanguage.at(best(scores));
    }

    private float[] scoreLanguages(TextTokens tokens) {
        var scores = new float[TextLanguage.count()];
        scores[TextLanguage.OTHER.ordinal()] = tokens.foreignLetters * FOREIGN_LETTER_SCORE;
        for (int i = 0; i < tokens.count; i++) {
            var wordWeights = words.find(tokens.chars, tokens.starts[i], tokens.ends[i], tokens.hashes[i]);
            if (wordWeights != null) {
                addWordScore(scores, wordWeights);
            }
        }
        for (int i = 0; i < tokens.length; i++) {
            if (tokens.chars[i] > CharacterClasses.LAST_ASCII) {
                addLetterScore(scores, tokens.chars[i]);
            }
        }
        return scores;
    }

    private static boolean hasSeveralAbove(float[] scores, float threshold) {
        int languages = 0;
        for (float one : scores) {
            languages += one >= threshold ? 1 : 0;
        }
        return languages > 1;
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int l = 1; l < scores.length; l++) {
            best = scores[l] > scores[best] ? l : best;
        }
        return best;
    }

    private static void addWordScore(float[] scores, float[] wordWeights) {
        for (int l = 0; l < scores.length; l++) {
            scores[l] += wordWeights[l];
        }
    }

    private static void addLetterScore(float[] scores, char c) {
        switch (c) {
            case 'æ', 'ø' -> {
                scores[TextLanguage.NORWEGIAN.ordinal()] += LETTER_SCORE;
                scores[TextLanguage.DANISH.ordinal()] += LETTER_SCORE;
            }
            case 'ä', 'ö' -> {
                scores[TextLanguage.SWEDISH.ordinal()] += LETTER_SCORE;
                scores[TextLanguage.OTHER.ordinal()] += LETTER_SCORE / 2;
            }
            case 'å' -> {
                scores[TextLanguage.NORWEGIAN.ordinal()] += LETTER_SCORE;
                scores[TextLanguage.DANISH.ordinal()] += LETTER_SCORE;
                scores[TextLanguage.SWEDISH.ordinal()] += LETTER_SCORE;
            }
            case 'ß', 'ñ', 'ü', 'ç', 'ã', 'ł', 'ı' -> scores[TextLanguage.OTHER.ordinal()] += LETTER_SCORE;
            default -> {}
        }
    }
}
