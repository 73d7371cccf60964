/** Where the form was sent from, so that one is there again afterwards. */
export const Back = ({ to }: { to: string }) => <input type="hidden" name="back" value={to} />
