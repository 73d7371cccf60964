/** On a narrow screen the part that is open may lie outside of the row of parts. */
export function showCurrentTab() {
  for (const row of document.querySelectorAll('.tabs')) {
    const current = row.querySelector('[aria-current]')?.getBoundingClientRect()
    const { left, right, width } = row.getBoundingClientRect()
    if (current && (current.right > right || current.left < left)) row.scrollLeft += current.left - left - width / 3
  }
}
