package io.rapport.ingest.source.shop;

import io.rapport.ingest.domain.source.SourceEngagement;
import org.jspecify.annotations.Nullable;

/**
 * The buyer of an order.
 *
 * @param id the id of the customer, within the shop; else the e-mail address of a guest
 * @param name null if the payload does not contain it
 * @param email null if the payload does not contain it
 * @param phone null if the payload does not contain it
 */
record ShopBuyer(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {

    /**
     * The buyer of an order.
     *
     * @param customer the id of the customer; null for a guest
     * @return null if nothing identifies the buyer
     */
    static @Nullable ShopBuyer of(
            @Nullable String customer, @Nullable String name, @Nullable String email, @Nullable String phone) {
        var id = customer == null ? email : customer;
        return id == null ? null : new ShopBuyer(id, name, email, phone);
    }

    SourceEngagement describe(SourceEngagement engagement) {
        return engagement
                .with("actor.id", id)
                .with("actor.displayName", name)
                .with("actor.email", email)
                .with("actor.phone", phone);
    }
}
