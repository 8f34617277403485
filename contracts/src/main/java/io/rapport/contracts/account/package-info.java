/** Accounts as people and systems write them: channel names, cells, profile pages and the keys by which they are compared. */
@NullMarked
package io.rapport.contracts.account;

import org.jspecify.annotations.NullMarked;
