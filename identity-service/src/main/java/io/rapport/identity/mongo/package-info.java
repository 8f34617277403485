/** Identity in MongoDB: each document holds a state exactly as it is published, beside the few fields it is found by. */
@NullMarked
package io.rapport.identity.mongo;

import org.jspecify.annotations.NullMarked;
