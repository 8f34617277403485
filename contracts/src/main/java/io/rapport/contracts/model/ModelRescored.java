package io.rapport.contracts.model;

import io.rapport.contracts.BrandKey;

/**
 * The progress of rescoring after the activation of a model.
 *
 * @param version the version of the model
 * @param rescored the number of people rescored so far
 * @param people the number of people who have a relationship with the brand
 * @param done whether the rescoring is complete, including the brand's figures
 * @param sequence rises with each state
 */
public record ModelRescored(
        String agency, String brand, String version, long rescored, long people, boolean done, long sequence) {

    /** The brand's key. */
    public BrandKey brandKey() {
        return new BrandKey(agency, brand);
    }
}
