/** Files and rows as people upload them: exports as downloaded, lists with faults, accounts in many spellings. */
@NullMarked
package io.rapport.standalone.uploads;

import org.jspecify.annotations.NullMarked;
