/// 文件树 — characters, places and the tree of a file, with everything wrong that is found there.
@NullMarked
package org.mingze.institution.file.tree;

import org.jspecify.annotations.NullMarked;
