package io.rapport.contracts.model;

import io.rapport.contracts.BrandKey;

/**
 * How far everyone has been scored anew since a model was activated.
 *
 * @param version of the model
 * @param rescored people scored with it so far
 * @param people everyone who has a relationship with the brand
 * @param done whether everyone is, the brand's figures included
 * @param sequence rises with each state
 */
public record ModelRescored(
        String agency, String brand, String version, long rescored, long people, boolean done, long sequence) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
