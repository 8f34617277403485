/** Identity resolution: evidence, decisions about people, matching, erasure. Sub-packages are features and free of cycles. */
@NullMarked
package io.rapport.identity.domain;

import org.jspecify.annotations.NullMarked;
