/** The pages of a brand's scoring models: what they consist of, what a change would do, and the activation. */
@NullMarked
package io.rapport.report.models;

import org.jspecify.annotations.NullMarked;
