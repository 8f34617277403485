package io.rapport.scoring.sentiment;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Rule-based sentiment analysis of short customer texts in English, Norwegian, Danish and Swedish, with emoji and emoticons.
 * Sarcasm is not detected. Thread-safe.
 */
public final class SentimentAnalyser {

    /** Name and version of the lexicons and rules. */
    public static final String VERSION = "rapport-lexicon-1";

    private final TermTable<LexiconEntry> signs;
    private final LanguageDetector guess;
    private final Map<TextLanguage, SentimentLexicon> lexicons = new EnumMap<>(TextLanguage.class);

    /** Loads the word lists, which takes some tens of milliseconds. Create one instance and share it. */
    public SentimentAnalyser() {
        var entries = new HashMap<String, LexiconEntry>();
        LexiconReader.readInto(entries, "symbols.vader.txt");
        LexiconReader.readInto(entries, "symbols.emoji.txt");
        LexiconReader.readInto(entries, "symbols.txt");
        signs = new TermTable<>(entries);
        var english = new SentimentLexicon(
                InflectionRules.ENGLISH, null, "english.everyday.txt", "english.vader.txt", "english.txt");
        lexicons.put(TextLanguage.ENGLISH, english);
        lexicons.put(TextLanguage.NORWEGIAN, scandinavian(english, "norwegian"));
        lexicons.put(TextLanguage.DANISH, scandinavian(english, "danish"));
        lexicons.put(TextLanguage.SWEDISH, scandinavian(english, "swedish"));
        guess = new LanguageDetector(lexicons);
    }

    private static SentimentLexicon scandinavian(SentimentLexicon english, String name) {
        return new SentimentLexicon(InflectionRules.SCANDINAVIAN, english, name + ".afinn.txt", name + ".txt");
    }

    /** Judges a text in its detected language. */
    public SentimentJudgement judge(String text) {
        var tokens = tokenize(text);
        return judge(tokens, guess.detect(tokens));
    }

    /** Judges a text in a given language. */
    public SentimentJudgement judge(String text, TextLanguage language) {
        return judge(tokenize(text), language);
    }

    private TextTokens tokenize(String text) {
        return TextTokenizer.tokenize(CharacterClasses.removeInvisible(text), signs);
    }

    private SentimentJudgement judge(TextTokens tokens, TextLanguage language) {
        var lexicon = lexicons.get(language);
        if (lexicon != null) {
            lexicon.resolveEntries(tokens);
        }
        return SentimentScorer.of(tokens, language);
    }
}
