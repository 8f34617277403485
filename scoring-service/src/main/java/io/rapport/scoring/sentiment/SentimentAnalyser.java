package io.rapport.scoring.sentiment;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Judges how short texts are meant, by word lists and rules made for how customers talk to brands: in English, Norwegian,
 * Danish and Swedish, with emoji and emoticons. Sarcasm is taken at its word. One analyser serves any number of threads.
 */
public final class SentimentAnalyser {

    /** Name and version; another version may judge the same text differently. */
    public static final String VERSION = "rapport-lexicon-1";

    private final SpanTable<Entry> signs;
    private final LanguageGuess guess;
    private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);

    /** Reads the word lists, which takes some tens of milliseconds: make one and keep it. */
    public SentimentAnalyser() {
        var entries = new HashMap<String, Entry>();
        WordList.readInto(entries, "symbols.vader.txt");
        WordList.readInto(entries, "symbols.emoji.txt");
        WordList.readInto(entries, "symbols.txt");
        signs = new SpanTable<>(entries);
        var english = new Lexicon(Forms.ENGLISH, null, "english.everyday.txt", "english.vader.txt", "english.txt");
        lexicons.put(Language.ENGLISH, english);
        lexicons.put(Language.NORWEGIAN, scandinavian(english, "norwegian"));
        lexicons.put(Language.DANISH, scandinavian(english, "danish"));
        lexicons.put(Language.SWEDISH, scandinavian(english, "swedish"));
        guess = new LanguageGuess(lexicons);
    }

    private static Lexicon scandinavian(Lexicon english, String name) {
        return new Lexicon(Forms.SCANDINAVIAN, english, name + ".afinn.txt", name + ".txt");
    }

    /** Judges a text in the language it seems to be in. */
    public Judgement judge(String text) {
        var tokens = read(text);
        return judge(tokens, guess.guess(tokens));
    }

    /** Judges a text whose language is known. */
    public Judgement judge(String text, Language language) {
        return judge(read(text), language);
    }

    private Tokens read(String text) {
        return TextReader.read(Letters.visible(text), signs);
    }

    private Judgement judge(Tokens tokens, Language language) {
        var lexicon = lexicons.get(language);
        if (lexicon != null) {
            lexicon.look(tokens);
        }
        return Verdict.of(tokens, language);
    }
}
