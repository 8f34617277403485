package io.rapport.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which texts may name a person or a company. */
public final class PersonNameRules {

    private static final Pattern NOTHING = Pattern.compile("[\\p{Punct}\\d\\h]*");
    private static final String GAP = "[\\s.:#№/_-]*";
    private static final String DOCUMENTS =
            "order|bestellung|auftrag|ordre|bestilling|beställning|pedido|commande|ordine|inv|invoice"
                    + "|rechnung|faktura|factura|facture|fattura|receipt|kvittering|quittung|ref|reference|ticket|booking"
                    + "|customer|kunde|no|nr|number|so|po|ord";
    /** An order or customer number: digits with at most a short prefix or suffix. */
    private static final Pattern NUMBER = Pattern.compile("(?iu)\\s*(?:[#№]\\s*[\\p{L}\\p{N}/_-]*\\d[\\p{L}\\p{N}/_-]*"
            + "|(?:" + DOCUMENTS + ")" + GAP + "(?:(?:no|nr|number)" + GAP + ")?\\d[\\d\\s/_-]*"
            + "|\\d{2,}[/_-]\\p{L}{1,3}[/_-]\\d+"
            + "|\\p{L}{0,4}[\\s/_-]*\\d{3,}[\\d/_-]*\\p{L}{0,2})\\s*");

    private PersonNameRules() {}

    /** Whether a text may be a name: it is more than digits and punctuation, and no order number. */
    public static boolean isName(@Nullable String text) {
        return text != null
                && !NOTHING.matcher(text).matches()
                && !NUMBER.matcher(text).matches();
    }
}
