package io.rapport.report.page;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.report.domain.AsOfDay;
import io.rapport.web.pages.PageText;
import java.util.UUID;

/**
 * A link to the page of a brand.
 *
 * @param path of the page
 */
public record BrandPageLink(String agency, String name, String path) {

    public static BrandPageLink of(BrandRegistered brand) {
        return new BrandPageLink(brand.agency(), PageText.line(brand.name()), path(brand.agency(), brand.brand()));
    }

    /** The path of a brand's page. */
    public static String path(String agency, String brand) {
        return "/agencies/" + agency + "/brands/" + brand;
    }

    /** The path of a person's page, which stays on an earlier day. */
    public static String person(String brandPath, UUID person, AsOfDay asOf) {
        var path = brandPath + "/people/" + person;
        return asOf.current() || asOf.day() == null ? path : path + "?asOf=" + asOf.day();
    }
}
