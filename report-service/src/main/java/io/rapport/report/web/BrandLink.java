package io.rapport.report.web;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.web.pages.PageText;

/**
 * A brand in a list of brands.
 *
 * @param path its page
 */
record BrandLink(String agency, String name, String path) {

    static BrandLink of(BrandRegistered brand) {
        return new BrandLink(brand.agency(), PageText.line(brand.name()), path(brand.agency(), brand.brand()));
    }

    /** The page of a brand. */
    static String path(String agency, String brand) {
        return "/agencies/" + agency + "/brands/" + brand;
    }
}
