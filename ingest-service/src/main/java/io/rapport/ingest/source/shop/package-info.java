/** Shops and payments: orders of Shopify and WooCommerce, charges of Stripe. */
@NullMarked
package io.rapport.ingest.source.shop;

import org.jspecify.annotations.NullMarked;
