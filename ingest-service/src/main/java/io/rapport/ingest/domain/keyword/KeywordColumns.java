package io.rapport.ingest.domain.keyword;

import io.rapport.ingest.domain.text.BundledWordList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a file of keyword prices: of Google Ads in several languages, of its API, or any with these names. */
final class KeywordColumns {

    /** What a column holds. */
    enum Role {
        KEYWORD,
        PRICE,
        /** A price in millionths, as the API of Google Ads writes it. */
        PRICE_MICROS,
        COST,
        COST_MICROS,
        CLICKS,
        CURRENCY
    }

    private static final Map<Role, Set<String>> NAMES = Map.of(
            Role.KEYWORD,
            Set.of(
                    "keyword",
                    "search keyword",
                    "keyword text",
                    "search term",
                    "search query",
                    "query",
                    "top queries",
                    "sokeord",
                    "sokord",
                    "sogeord",
                    "sokeuttrykk",
                    "suchbegriff",
                    "ad group criterion keyword text",
                    "search term view search term"),
            Role.PRICE,
            Set.of(
                    "avg cpc",
                    "average cpc",
                    "cpc",
                    "price",
                    "cost per click",
                    "gj snittlig cpc",
                    "gjennomsnittlig cpc",
                    "gj sn cpc",
                    "durchschn cpc",
                    "genomsn cpc",
                    "gns cpc",
                    "top of page bid low range"),
            Role.PRICE_MICROS,
            Set.of("metrics average cpc", "average cpc micros"),
            Role.COST,
            Set.of("cost", "kostnad", "kosten", "omkostning", "omkostninger"),
            Role.COST_MICROS,
            Set.of("metrics cost micros", "cost micros"),
            Role.CLICKS,
            Set.of("clicks", "metrics clicks", "klikk", "klicks", "klick", "klik"),
            Role.CURRENCY,
            Set.of("currency", "currency code", "valuta", "valutakode", "valutakod", "wahrung", "wahrungscode"));

    private final Map<Role, List<String>> columns;

    private KeywordColumns(Map<Role, List<String>> columns) {
        this.columns = columns;
    }

    /** Finds the columns in a header. */
    static KeywordColumns of(Collection<String> header) {
        return new KeywordColumns(header.stream()
                .filter(KeywordColumns::isKnown)
                .collect(Collectors.groupingBy(name -> role(name).orElseThrow())));
    }

    /** Whether a cell is the name of such a column. */
    static boolean isKnown(String cell) {
        return role(cell).isPresent();
    }

    /** Whether a click has a price in the file: itself, or as the cost of the clicks. */
    boolean hasPrices() {
        return has(Role.PRICE)
                || has(Role.PRICE_MICROS)
                || (has(Role.COST) || has(Role.COST_MICROS)) && has(Role.CLICKS);
    }

    boolean has(Role role) {
        return columns.containsKey(role);
    }

    /** The first column of a role with a cell that is not blank. */
    Optional<String> cell(Role role, Map<?, ?> row) {
        return columns.getOrDefault(role, List.of()).stream()
                .flatMap(name -> Stream.ofNullable(row.get(name)))
                .map(cell -> cell.toString().strip())
                .filter(cell -> !cell.isEmpty())
                .findFirst();
    }

    private static Optional<Role> role(String cell) {
        var folded = BundledWordList.fold(cell);
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
