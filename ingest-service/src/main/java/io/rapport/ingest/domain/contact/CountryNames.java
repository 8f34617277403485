package io.rapport.ingest.domain.contact;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.rapport.ingest.domain.text.BundledWordList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Resolves the code or the name of a country to its ISO 3166 alpha-2 code. */
final class CountryNames {

    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.forLanguageTag("no"),
            Locale.forLanguageTag("nb"),
            Locale.forLanguageTag("da"),
            Locale.forLanguageTag("sv"));

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "uk",
            "GB",
            "england",
            "GB",
            "scotland",
            "GB",
            "wales",
            "GB",
            "great britain",
            "GB",
            "united states of america",
            "US",
            "america",
            "US",
            "holland",
            "NL");

    private static final Map<String, String> REGIONS = new HashMap<>(OTHER_NAMES);

    static {
        var iso = Set.of(Locale.getISOCountries());
        for (var region : new TreeSet<>(PhoneNumberUtil.getInstance().getSupportedRegions())) {
            var country = new Locale.Builder().setRegion(region).build();
            REGIONS.put(region.toLowerCase(Locale.ROOT), region);
            if (iso.contains(region)) {
                REGIONS.put(country.getISO3Country().toLowerCase(Locale.ROOT), region);
            }
            LANGUAGES.forEach(
                    language -> REGIONS.putIfAbsent(BundledWordList.fold(country.getDisplayCountry(language)), region));
        }
    }

    private CountryNames() {}

    /** Resolves an alpha-2 or alpha-3 code, or a name in English, German, Norwegian, Danish or Swedish. */
    static Optional<String> region(String country) {
        return Optional.ofNullable(REGIONS.get(BundledWordList.fold(country)));
    }
}
