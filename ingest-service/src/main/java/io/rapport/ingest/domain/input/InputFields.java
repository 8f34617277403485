package io.rapport.ingest.domain.input;

import io.rapport.contracts.NameRules;
import io.rapport.contracts.account.ChannelNames;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.text.TextCleaner;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the fields of one input object. A field that is null or blank counts as absent. Numbers and flags are
 * also accepted as text, because CSV files and some platforms send them so.
 */
public final class InputFields {

    /** The maximum length of an external id, in characters. */
    public static final int MAX_ID = 512;

    private static final int MAX_TOKEN = 64;
    private static final int MAX_DIGITS = 64;
    private static final BigDecimal MAX_NUMBER = new BigDecimal("1e15");
    private static final int MAX_DECIMALS = 9;

    private final Map<?, ?> values;
    private final String path;

    private InputFields(Map<?, ?> values, String path) {
        this.values = values;
        this.path = path;
    }

    public static InputFields of(Map<?, ?> values) {
        return new InputFields(values, "");
    }

    /** Returns the nested object; an object without fields when it is absent. */
    public InputFields object(String name) {
        return optionalObject(name).orElseGet(() -> new InputFields(Map.of(), path + name + "."));
    }

    public Optional<InputFields> optionalObject(String name) {
        var value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> object) {
            return Optional.of(new InputFields(object, path + name + "."));
        }
        throw InputRejectedException.invalid(
                path(name), "has to be an object, not " + TextCleaner.abbreviate(value) + ".");
    }

    /** Reads free text; only unpaired surrogates are replaced. */
    @Nullable
    public String text(String name, int max) {
        var text = bounded(name, max);
        return text == null ? null : TextCleaner.replaceUnpairedSurrogates(text);
    }

    /** Reads a name or other text of a single line. */
    @Nullable
    public String line(String name, int max) {
        var text = bounded(name, max);
        if (text == null) {
            return null;
        }
        var line = TextCleaner.toSingleLine(text);
        return line.isEmpty() ? null : line;
    }

    /** Reads an external id. An id with invalid characters is rejected, not changed. */
    @Nullable
    public String id(String name, int max) {
        var text = bounded(name, max);
        if (text != null && TextCleaner.hasInvalidIdCharacter(text)) {
            throw InputRejectedException.invalid(
                    path(name), "holds a control character or half a character; send the id as it is.");
        }
        return text == null ? null : text.strip();
    }

    public String requiredId(String name, int max) {
        return required(name, id(name, max));
    }

    @Nullable
    public String token(String name) {
        var token = id(name, MAX_TOKEN);
        if (token != null && !NameRules.isToken(token)) {
            throw InputRejectedException.invalid(
                    path(name),
                    "is '%s', but has to be 1 to 64 of a-z 0-9 - _ . beginning with a letter or digit, such as 'x' or 'email'."
                            .formatted(TextCleaner.abbreviate(token)));
        }
        return token;
    }

    public String requiredToken(String name) {
        return required(name, token(name));
    }

    /** Reads the required field {@code channel}: an alias becomes the name of the channel it stands for. */
    public String requiredChannel() {
        var written = requiredId("channel", MAX_ID);
        return of(Map.of("channel", ChannelNames.canonical(written))).requiredToken("channel");
    }

    @Nullable
    public Boolean flag(String name) {
        var value = value(name);
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default ->
                throw InputRejectedException.invalid(
                        path(name), "is '%s', but has to be true or false.".formatted(TextCleaner.abbreviate(value)));
        };
    }

    @Nullable
    public BigDecimal number(String name) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        return requireSize(name, parsed(name, value));
    }

    /** Returns a number, or rejects it if it is too large or has too many decimals. */
    public BigDecimal requireSize(String name, BigDecimal number) {
        if (number.abs().compareTo(MAX_NUMBER) > 0 || number.scale() > MAX_DECIMALS) {
            throw InputRejectedException.invalid(
                    path(name),
                    "is %s, which is too large or too fine a number."
                            .formatted(TextCleaner.abbreviate(String.valueOf(values.get(name)))));
        }
        return number;
    }

    @Nullable
    public Double numberBetween(String name, double least, double most) {
        var number = number(name);
        if (number != null && (number.doubleValue() < least || number.doubleValue() > most)) {
            throw InputRejectedException.invalid(
                    path(name),
                    "is %s, but has to be from %s to %s."
                            .formatted(TextCleaner.abbreviate(number), plain(least), plain(most)));
        }
        return number == null ? null : number.doubleValue();
    }

    @Nullable
    public Long count(String name, long most) {
        var value = value(name);
        var number = value == null ? null : parsed(name, value);
        if (number != null
                && (number.signum() < 0
                        || number.stripTrailingZeros().scale() > 0
                        || number.compareTo(BigDecimal.valueOf(most)) > 0)) {
            throw InputRejectedException.invalid(
                    path(name),
                    "is %s, but has to be a whole number from 0 to %d."
                            .formatted(TextCleaner.abbreviate(number), most));
        }
        return number == null ? null : number.longValue();
    }

    /** Reads a list of single-line texts, or one text separated by {@code |}. Empty when absent. */
    public List<String> lines(String name, int most, int maxEach) {
        if (value(name) == null) {
            return List.of();
        }
        var lines = elements(name)
                .map(element -> new InputFields(Map.of(name, element), path).line(name, maxEach))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        return atMost(name, most, lines);
    }

    /** Reads a list of objects; empty when absent. */
    public List<InputFields> objects(String name, int most) {
        var objects = elements(name).map(element -> element(name, element)).toList();
        return atMost(name, most, objects);
    }

    /** Returns the unconverted value; null when it is absent or blank. */
    @Nullable
    public Object value(String name) {
        var value = values.get(name);
        return value instanceof String text && text.isBlank() ? null : value;
    }

    /** Returns the path of a field, as messages show it. */
    public String path(String name) {
        return path + name;
    }

    public <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new InputRejectedException(
                    RejectionCode.MISSING_FIELD, path(name), path(name) + " is missing or blank; it is required.");
        }
        return value;
    }

    private @Nullable String bounded(String name, int max) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String) && !isWhole(value)) {
            throw InputRejectedException.invalid(
                    path(name), "has to be text, not %s.".formatted(TextCleaner.abbreviate(value)));
        }
        var text = value.toString();
        if (text.length() > max) {
            throw new InputRejectedException(
                    RejectionCode.TOO_LARGE,
                    path(name),
                    "%s has %d characters; the maximum is %d.".formatted(path(name), text.length(), max));
        }
        return text;
    }

    private Stream<?> elements(String name) {
        var value = value(name);
        if (value == null) {
            return Stream.empty();
        }
        if (value instanceof List<?> list) {
            return list.stream().filter(Objects::nonNull);
        }
        if (value instanceof String text) {
            return Stream.of(text.split("\\|"));
        }
        throw InputRejectedException.invalid(
                path(name), "has to be a list, not %s.".formatted(TextCleaner.abbreviate(value)));
    }

    private InputFields element(String name, Object element) {
        if (element instanceof Map<?, ?> object) {
            return new InputFields(object, path + name + "[].");
        }
        throw InputRejectedException.invalid(
                path(name), "has to be a list of objects, not of %s.".formatted(TextCleaner.abbreviate(element)));
    }

    private <T> List<T> atMost(String name, int most, List<T> list) {
        if (list.size() > most) {
            throw new InputRejectedException(
                    RejectionCode.TOO_LARGE,
                    path(name),
                    "%s has %d entries; the maximum is %d.".formatted(path(name), list.size(), most));
        }
        return list;
    }

    private BigDecimal parsed(String name, Object value) {
        var text = value.toString().strip();
        if (!(value instanceof Number || value instanceof String) || text.length() > MAX_DIGITS) {
            throw notANumber(name, value);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw notANumber(name, value);
        }
    }

    private InputRejectedException notANumber(String name, Object value) {
        return InputRejectedException.invalid(
                path(name), "is '%s', but has to be a number.".formatted(TextCleaner.abbreviate(value)));
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
