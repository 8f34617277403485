/** Blogs: comments of WordPress, webmentions, and posts in RSS and Atom feeds that mention or link to the brand. */
@NullMarked
package io.rapport.ingest.source.blog;

import org.jspecify.annotations.NullMarked;
